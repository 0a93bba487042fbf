/** A file that the page gave to the browser. */
interface SavedFile {
  name: string;
  content: string;
}

let files: SavedFile[] = [];

/** The files that were saved since the test began. */
export function saved(): SavedFile[] {
  return files;
}

/** Catches what would be saved in each test of a file: jsdom has no downloads. */
export function watchDownloads() {
  const { createObjectURL, revokeObjectURL } = URL;
  const { Blob: RealBlob } = global;
  let content = '';

  beforeEach(() => {
    files = [];
    global.Blob = class extends RealBlob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(parts, options);
        content = parts.join('');
      }
    };
    URL.createObjectURL = () => 'blob:file';
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        files.push({ name: this.download, content });
      });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    global.Blob = RealBlob;
    URL.createObjectURL = createObjectURL;
    URL.revokeObjectURL = revokeObjectURL;
  });
}
