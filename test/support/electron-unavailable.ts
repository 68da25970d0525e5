/** What `import 'electron'` gives in unit tests: nothing. A test that needs Electron runs the built shell against the double. */
throw new Error('Tests never import electron: the real package would try to download its binary.');
