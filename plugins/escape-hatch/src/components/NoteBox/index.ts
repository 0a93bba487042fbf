export { NoteBox, type NoteTone } from './NoteBox';
