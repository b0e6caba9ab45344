// What the program's exit code says; `earshot --help` lists them.
#pragma once

namespace earshot::app {

enum ExitCode {
  kDone = 0,      ///< All is well.
  kRefused = 1,   ///< What was given cannot be taken, or a check found a fault; nothing was changed.
  kCannotRun = 2  ///< The command line, a setting, the address or the database does not work.
};

}  // namespace earshot::app
