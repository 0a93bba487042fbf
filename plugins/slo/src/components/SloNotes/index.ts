export { SloNotes } from './SloNotes';
export { NoteBox } from './NoteBox';
