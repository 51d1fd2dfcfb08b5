#!/bin/sh
# Written by `planbuilder deploy nginx`. On the server, in the project's folder: fetches %%{branch}, builds the site for today
# and puts it in its place at once. Have it run each morning and after changes, as a user who may do nothing else; in a
# crontab:
#   */15 * * * * cd /srv/%%{name} && sh deploy/publish.sh
set -eu
git fetch --quiet origin %%{branch}
git checkout --quiet --detach FETCH_HEAD
test -x .venv/bin/python || python3 -m venv .venv
.venv/bin/pip install --quiet --requirement requirements.txt
.venv/bin/planbuilder build --today "$(date -u +%F)"
