/**
 * Returns a function that runs a task, but delays it while a pointer is pressed in an area; of several
 * delayed tasks only the last one runs. A click would be lost if its element were replaced between press and
 * release.
 */
export function putOffWhilePressed(area: HTMLElement): (task: () => void) => void {
  let pressed = false;
  let waiting: (() => void) | null = null;
  const release = () => {
    // the click event comes after the release
    setTimeout(() => {
      pressed = false;
      waiting?.();
      waiting = null;
    });
  };
  area.addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const type of ['pointerup', 'pointercancel', 'dragend']) addEventListener(type, release);
  return (task) => {
    if (pressed) waiting = task;
    else task();
  };
}
