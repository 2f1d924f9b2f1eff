// The README, followed in an empty folder.
import { test } from 'vitest';
import { runPage } from './runPage.ts';

test('every step of the README prints what the README shows', () => runPage('README.md'));
