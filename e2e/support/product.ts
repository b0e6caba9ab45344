// Starts the product for one run: a fresh database with the demonstration county and, for the walks, the voices of 2010.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { elsewhere } from "./test";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const realVoices = join(root, "..", "shared", "data", "voices-leicestershire-2010.csv");
const patience = 20_000;

export default function startForWalks(): Promise<() => Promise<void>> {
  return start("0", [realVoices]);
}

/// A county of so many times 3,000 voices, and more from files that are there. Gives what stops it.
export async function start(scale: string, voices: string[] = []): Promise<() => Promise<void>> {
  const binary = resolve(root, process.env.EARSHOT_TEST_BINARY ?? "build/release/earshot");
  if (!existsSync(binary)) throw new Error(`There is no program at ${binary}: build it, or set EARSHOT_TEST_BINARY`);
  const folder = mkdtempSync(join(tmpdir(), "earshot-e2e-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const environment = {
    ...process.env,
    EARSHOT_DATABASE: `sqlite:${join(folder, "county.db")}`,
    EARSHOT_LISTEN: listen,
    // All walks come from one address, faster than any family: no limit.
    EARSHOT_REQUESTS_PER_SECOND: "0",
    EARSHOT_EXIT_ADDRESS: elsewhere,
  };
  const run = (...words: string[]) => execFileSync(binary, words, { env: environment, encoding: "utf8" });
  run("demo", "--scale", scale);
  for (const file of voices.filter(existsSync)) run("import", "voices", file);

  const log = openSync(join(folder, "log"), "w");
  const server = spawn(binary, ["serve"], { env: environment, stdio: ["ignore", log, log] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  process.env.EARSHOT_TEST_ADDRESS = `http://${listen}`;
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  try {
    await until(async () => (await fetch(`http://${listen}/readyz`)).ok, `${binary} does not serve; see ${folder}/log`);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await isSo().catch(() => false)) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(otherwise);
}
