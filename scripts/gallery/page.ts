import type { Scene } from './scene.js';
import { SCENES } from './scenes.js';
import { VARIANTS } from './variants.js';

/** The gallery's page: the key scene of each journey side by side, the other moments below it. */
export function galleryPage(): string {
  const journeys = [...new Set(SCENES.map(({ journey }) => journey))];
  const chapters = journeys.map((journey) =>
    chapter(
      journey,
      SCENES.filter((scene) => scene.journey === journey),
    ),
  );
  return `# Gallery

Every journey on the demo screens, drawn by \`npm run gallery\`. Click a picture to see it whole.

${chapters.join('\n')}`;
}

function chapter(journey: string, scenes: readonly Scene[]): string {
  return `## ${journey}\n\n${scenes.map((scene) => `${scene.shows}\n\n${pictures(scene)}\n`).join('\n')}`;
}

const pictures = ({ name, isKey, shows }: Scene): string =>
  VARIANTS.slice(0, isKey ? VARIANTS.length : 1)
    .map((variant) => `${name}-${variant.name}.webp`)
    .map((file) => `<a href="${file}"><img src="${file}" alt="${shows}" height="220" /></a>`)
    .join('\n');
