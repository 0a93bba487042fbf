import {
  createFrontendPlugin,
  PageBlueprint,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { doraTranslationRef } from '@golden-path/backstage-plugin-dora';
import { escapeHatchTranslationRef } from '@golden-path/backstage-plugin-escape-hatch';
import { screen } from '@testing-library/react';
import { demoTextsModule } from './demoTextsModule';

function DemoTexts() {
  const dora = useTranslationRef(doraTranslationRef).t('page.demo');
  const hatches = useTranslationRef(escapeHatchTranslationRef).t('common.demo');
  return (
    <main>
      <p>{dora}</p>
      <p>{hatches}</p>
    </main>
  );
}

const page = createFrontendPlugin({
  pluginId: 'texts',
  extensions: [
    PageBlueprint.make({
      params: { path: '/', loader: async () => <DemoTexts /> },
    }),
  ],
});

async function readTexts(features: (typeof demoTextsModule | typeof page)[]) {
  renderTestApp({ features });
  const texts = (await screen.findAllByRole('paragraph')).map(
    ({ textContent }) => textContent,
  );
  return { dora: texts[0], hatches: texts[1] };
}

describe('demoTextsModule', () => {
  it('says what the data of the demo are', async () => {
    const { dora, hatches } = await readTexts([page, demoTextsModule]);
    expect(dora).toMatch(/^Demo data: GitOps history/);
    expect(hatches).toMatch(/^Demo data: requests that the demo made/);
  });

  it('leaves a host without it to the texts of the plugins', async () => {
    const { hatches } = await readTexts([page]);
    expect(hatches).toBe('');
  });
});
