// Where a row is measured: one county in one engine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "platform/db/sql.h"
#include "program.h"
#include "row.h"

namespace earshot::bench {

struct Stage {
  db::Engine engine;
  int scale;
  std::string earshot;           ///< The program.
  std::string ours;              ///< The address of the database that the server has.
  std::string bare;              ///< Another copy of it, for what is measured without the server.
  std::filesystem::path folder;  ///< For files that are needed meanwhile.

  [[nodiscard]] std::string engine_name() const { return engine == db::Engine::sqlite ? "sqlite" : "postgresql"; }

  [[nodiscard]] Row row(std::string name) const {
    return {.name = std::move(name), .engine = engine_name(), .scale = scale};
  }

  /// The server, which answers already.
  [[nodiscard]] std::unique_ptr<faults::Program> server() const {
    auto program = std::make_unique<faults::Program>(earshot, ours, (folder / "earshot.log").string());
    program->start();
    return program;
  }
};

}  // namespace earshot::bench
