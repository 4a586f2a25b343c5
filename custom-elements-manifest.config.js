export default {
  globs: ['src/components/*/*.ts', 'src/events.ts'],
  exclude: ['src/components/**/*.styles.ts', 'src/components/ui/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly(), publishedPaths()],
};

/** Leaves in the manifest what a page can use: elements with their public members and the events that have a name. */
function publicOnly() {
  const isPublic = (member) => (member.privacy ?? 'public') === 'public' && !member.name.startsWith('#');
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
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
