import { pumaTemplate } from './puma.ts'

/** Puma as a service of a user's own systemd, which needs no root to be started, stopped and deployed. */
export const pumaUser = pumaTemplate('user', {
  id: 'puma-user',
  title: 'Generate Puma user service',
  summary: 'Puma under systemctl --user, without root',
})
