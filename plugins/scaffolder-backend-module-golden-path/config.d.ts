export interface Config {
  goldenPath?: {};
}
