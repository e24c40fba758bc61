export { default as orchestra } from 'orchestra:api';
import orchestra from 'orchestra:api';
export const { commands } = orchestra;
