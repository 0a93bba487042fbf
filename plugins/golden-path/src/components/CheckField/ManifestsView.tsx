import { useState } from 'react';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import type { RenderedManifest } from '@golden-path/backstage-plugin-golden-path-common';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { SourceView } from './SourceView';

const useStyles = makeStyles(
  theme => ({
    choice: { marginBottom: theme.spacing(1), fontFamily: 'inherit' },
  }),
  { name: 'GoldenPathManifests' },
);

/** What helm makes of the chart, by environment. */
export function ManifestsView(props: { manifests: RenderedManifest[] }) {
  const { manifests } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { quiet } = useFieldStyles();
  const [environment, setEnvironment] = useState(manifests[0]?.environment);
  const manifest = manifests.find(one => one.environment === environment);
  if (!manifest) {
    return <p className={quiet}>{t('check.noManifests')}</p>;
  }
  return (
    <>
      <NativeSelect
        className={classes.choice}
        inputProps={{ 'aria-label': t('check.environment') }}
        value={environment}
        onChange={({ target }) => setEnvironment(target.value)}
      >
        {manifests.map(one => (
          <option key={one.environment}>{one.environment}</option>
        ))}
      </NativeSelect>
      <SourceView
        key={manifest.environment}
        name={manifest.environment}
        content={manifest.content}
      />
    </>
  );
}
