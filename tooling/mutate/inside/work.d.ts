declare module "virtual:mutation-work" {
  import type { Work } from "./protocol.ts";

  const work: Work;
  export default work;
}
