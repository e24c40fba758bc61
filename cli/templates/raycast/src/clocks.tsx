import { Action, ActionPanel, Color, Icon, List } from '@raycast/api';
import { useEffect, useState } from 'react';
import { type Place, places, timeIn } from './places';

/** The view of the command `clocks`: what time it is in each place, to the minute. */
export default function Clocks() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <List searchBarPlaceholder="Find a place">
      {places.map((place) => (
        <Clock key={place.zone} place={place} now={now} />
      ))}
    </List>
  );
}

function Clock({ place, now }: { place: Place; now: Date }) {
  const { time, day, isNight } = timeIn(place.zone, now);
  return (
    <List.Item
      icon={isNight ? Icon.Moon : { source: Icon.Sun, tintColor: Color.Yellow }}
      title={place.name}
      subtitle={day}
      accessories={[{ text: time }]}
      keywords={place.zone.split('/')}
      actions={
        <ActionPanel>
          {/* needs the permission "clipboard" */}
          <Action.CopyToClipboard title="Copy the Time" content={`${time}, ${place.name}`} />
          <Action.CopyToClipboard title="Copy the Time Zone" content={place.zone} />
        </ActionPanel>
      }
    />
  );
}
