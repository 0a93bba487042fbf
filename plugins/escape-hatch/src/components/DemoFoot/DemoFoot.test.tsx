import { screen } from '@testing-library/react';
import { fixtureApi } from '../../__fixtures__/fixtureApi';
import { renderHatch } from '../../__testUtils__/renderHatch';
import { DemoFoot } from './DemoFoot';

describe('DemoFoot', () => {
  it('says nothing where the host has no text for it', async () => {
    renderHatch(
      <main>
        <DemoFoot />
      </main>,
      { api: fixtureApi() },
    );
    expect(await screen.findByRole('main')).toBeEmptyDOMElement();
  });
});
