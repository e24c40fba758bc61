import { expect, host, launch, test, view } from '@orchestra/test';
import { places, timeIn } from './places';

// run them by: orchestra ext test

test('lists places with the time there, and copies it', async () => {
  await launch('clocks');
  const { items } = await view.read();
  expect(items.map(({ title }) => title)).toEqual(places.map(({ name }) => name));
  await view.search('tokyo');
  expect(await view.actions()).toEqual(['Copy the Time', 'Copy the Time Zone']);
  await view.act('Copy the Time');
  expect(await host.clipboard.read()).toMatch(/^\d\d:\d\d, Tokyo$/);
});

test('copies the time in UTC', async () => {
  await launch('copy-utc');
  const copied = await host.clipboard.read();
  expect(new Date(copied).toISOString()).toBe(copied);
  expect(await host.huds()).toEqual([`Copied ${copied}`]);
});

test('tells whether it is dark there', () => {
  const noon = new Date('2026-02-28T12:00:00Z');
  expect(timeIn('Europe/London', noon)).toEqual({ time: '12:00', day: 'Saturday', isNight: false });
  expect(timeIn('Asia/Tokyo', noon)).toEqual({ time: '21:00', day: 'Saturday', isNight: true });
});
