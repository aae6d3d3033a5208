import { explainRuleCommand } from '../../../server/src/protocol.ts'

/** The commands by what they do. All but `changeTarget`, which the status bar runs, are in the command palette. */
export const commandIds = {
  restartServer: 'unitwright.restartServer',
  showLog: 'unitwright.showLog',
  explainRule: explainRuleCommand,
  selectSystemdVersion: 'unitwright.selectSystemdVersion',
  selectMonitVersion: 'unitwright.selectMonitVersion',
  selectInstance: 'unitwright.selectInstance',
  verifyWithSystemd: 'unitwright.verifyWithSystemd',
  verifyWithMonit: 'unitwright.verifyWithMonit',
  generatePumaUserService: 'unitwright.generatePumaUserService',
  generatePumaSystemService: 'unitwright.generatePumaSystemService',
  generateMonitCheck: 'unitwright.generateMonitCheck',
  changeTarget: 'unitwright.changeTarget',
} as const
