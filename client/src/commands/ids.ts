import { explainRuleCommand } from '../../../server/src/protocol.ts'

/**
 * The commands by what they do. All but `changeTarget`, which the status bar runs, are in the command palette. Those
 * that generate files are made from the templates, those that act on units from the actions.
 */
export const commandIds = {
  restartServer: 'unitwright.restartServer',
  showLog: 'unitwright.showLog',
  explainRule: explainRuleCommand,
  selectSystemdVersion: 'unitwright.selectSystemdVersion',
  selectMonitVersion: 'unitwright.selectMonitVersion',
  selectInstance: 'unitwright.selectInstance',
  verifyWithSystemd: 'unitwright.verifyWithSystemd',
  verifyWithMonit: 'unitwright.verifyWithMonit',
  run: 'unitwright.run',
  openUnitFile: 'unitwright.openUnitFile',
  showSystemUnits: 'unitwright.showSystemUnits',
  hideSystemUnits: 'unitwright.hideSystemUnits',
  refreshServices: 'unitwright.refreshServices',
  changeTarget: 'unitwright.changeTarget',
} as const
