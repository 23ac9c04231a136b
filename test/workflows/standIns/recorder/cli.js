console.log(
  '{"include":[{"site":"lyon","runner":["self-hosted","lyon"]},{"site":"paris","runner":["self-hosted","paris"]}]}',
);
