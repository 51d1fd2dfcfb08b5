/** PostCSS plug-in: drops Material's custom properties that nothing reads, until none is left. */
export function prune(root) {
  for (let dropped = true; dropped; ) {
    dropped = false;
    const read = new Set();
    root.walkDecls((declaration) => {
      for (const match of declaration.value.matchAll(/var\((--[\w-]+)/g)) read.add(match[1]);
    });
    root.walkDecls(/^--md-/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      dropped = true;
    });
  }
  root.walkRules((rule) => {
    if (!rule.nodes.length) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes && !rule.nodes.length) rule.remove();
  });
}
