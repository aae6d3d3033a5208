import { pumaTemplate } from './puma.ts'

/** Puma as a service of the machine's systemd, as a user of its own. */
export const pumaSystem = pumaTemplate('system', {
  id: 'puma-system',
  title: 'Generate Puma system service',
  summary: 'Puma under the systemd of the machine, as an unprivileged user',
})
