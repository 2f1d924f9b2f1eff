// fflate, the one library for zlib's format and for zips.
export { Unzip, type UnzipFileInfo, UnzipInflate, unzipSync, zlibSync } from 'fflate';
