/**
 * Gives what runs a task once nobody presses inside an area, the newest one alone where there were several:
 * a click needs the element that its press began on, and one that is replaced in between is lost.
 */
export function putOffWhilePressed(area: HTMLElement): (task: () => void) => void {
  let pressed = false;
  let waiting: (() => void) | null = null;
  const release = () => {
    // the click comes after the release
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
