// Installs what detection is measured beside; before `npm run quality`.
import { ensureDependencies, PEERS } from './dependencies.mjs';

ensureDependencies(PEERS);
