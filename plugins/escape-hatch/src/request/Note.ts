import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import type { RequestAction } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { IconWordTone } from '../components/IconWord';
import type { NoteTone } from '../components/NoteBox';

/** What stands at the top of a request: one thing that is to be known, and what can be done about it. */
export interface Note {
  id: string;
  tone: NoteTone;
  /** Before the headline, where a state wants one. */
  icon?: { icon: ComponentType<SvgIconProps>; tone: IconWordTone };
  headline: string;
  /** A request that the headline ends with. */
  link?: { id: string; number: number };
  /** What somebody wrote. */
  quote?: string;
  /** Sentences. */
  text: string[];
  /** Actions that belong to it, the one that most want first. */
  actions: RequestAction[];
  /** It is over: the same can be asked for again. */
  isOver?: boolean;
}
