// fflate, the one library for zlib's and gzip's format and for zips.
export { gzipSync, Unzip, type UnzipFileInfo, UnzipInflate, unzipSync, zlibSync } from 'fflate';
