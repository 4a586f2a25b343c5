export default {
  globs: ['src/components/*/*.ts', 'src/events.ts', 'src/events/*.ts'],
  exclude: ['src/components/**/*.styles.ts', 'src/components/ui/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tagsFromDecorator(), publicOnly(), publishedPaths()],
};

/** Reads the tag from our own decorator, `@element('komet-…')`, which the analyzer does not know. */
function tagsFromDecorator() {
  return {
    name: 'tags-from-decorator',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const calls = (ts.getDecorators?.(node) ?? node.decorators ?? []).map(({ expression }) => expression);
      const call = calls.find(
        (candidate) => ts.isCallExpression(candidate) && candidate.expression.getText() === 'element',
      );
      const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.getText());
      if (!call || !declaration) return;
      const tagName = call.arguments[0].text;
      Object.assign(declaration, { tagName, customElement: true });
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name: declaration.name, module: moduleDoc.path },
      });
    },
  };
}

/** Leaves in the manifest what a page can use: elements with their public members and the events that have a name. */
function publicOnly() {
  const isPublicModule = (path) => path.startsWith('src/events') || /^src\/components\/([\w-]+)\/\1\.ts$/.test(path);
  const isPublic = (member) => (member.privacy ?? 'public') === 'public' && !member.name.startsWith('#');
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) => isPublicModule(path));
      for (const declaration of customElementsManifest.modules.flatMap((module) => module.declarations ?? [])) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.events) declaration.events = declaration.events.filter((event) => event.name);
      }
    },
  };
}

/** Names the files that are published, not the sources they were made from. */
function publishedPaths() {
  const published = (path) => path.replace(/^src\//, 'dist/lib/').replace(/\.ts$/, '.js');
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = published(module.path);
        for (const { declaration } of module.exports ?? []) {
          if (declaration.module) declaration.module = published(declaration.module);
        }
      }
    },
  };
}
