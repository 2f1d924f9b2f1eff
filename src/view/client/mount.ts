// Puts the viewer with its styles into an element.
import { styleSheet } from '../generated/styleSheet.js';
import type { ViewData } from '../viewData.ts';
import { Viewer, type ViewerOptions } from './viewer.ts';

/** @param element is of class `viewer`, and is filled */
export function mount(element: HTMLElement, data: ViewData, options: ViewerOptions): void {
  const style = document.createElement('style');
  style.textContent = styleSheet;
  element.before(style);
  new Viewer(element, data, options).start();
}
