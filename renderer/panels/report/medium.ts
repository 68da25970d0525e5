/** Where a report is shown: on the screen, where names can be pressed, or on paper. */
import { createContext, useContext } from 'react';

type Medium = 'screen' | 'paper';

export const MediumContext = createContext<Medium>('screen');

export function useIsPaper(): boolean {
  return useContext(MediumContext) === 'paper';
}
