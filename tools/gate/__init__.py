"""The whole accessibility gate: every page, in every language and setting, with axe and the checkers of HTML."""
