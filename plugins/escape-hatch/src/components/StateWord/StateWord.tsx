import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { flagWords } from '../../states/flagWords';
import { stateWord } from '../../states/stateWord';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';

/** What a request is now, each word with its icon. */
export function StateWord(props: {
  request: EscapeHatchRequest;
  now: Date;
  /** `Waits for Security`, where room is scarce. */
  isShort?: boolean;
  /** Also what else is to be known, such as a due review; default: yes. */
  hasFlags?: boolean;
}) {
  const { request, now, isShort, hasFlags = true } = props;
  const t = useEscapeHatchTranslation();
  const words = [
    stateWord({ request, now, t, isShort }),
    ...(hasFlags ? flagWords({ request, now, t }) : []),
  ];
  return (
    <>
      {words.map(({ icon, tone, text }) => (
        <IconWord key={text} icon={icon} tone={tone}>
          {text}
        </IconWord>
      ))}
    </>
  );
}
