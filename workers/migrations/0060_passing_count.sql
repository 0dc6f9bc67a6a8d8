-- How many clouds have a result of a test case that still counts, and how many pass it: what pages of requirements say beside each
-- sentence, without the results of every cloud. Triggers count whoever writes; what expires is taken away by the clock.
CREATE TABLE passing_count (
  scope_uuid TEXT NOT NULL,
  testcase   TEXT NOT NULL,
  tested     INTEGER NOT NULL, -- clouds
  passing    INTEGER NOT NULL,
  demo       INTEGER NOT NULL, -- of the tested ones
  PRIMARY KEY (scope_uuid, testcase)
) STRICT, WITHOUT ROWID;

-- Results that expire until then are not in the counts.
CREATE TABLE passing_clock (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  counted_at TEXT NOT NULL -- UTC with microseconds
) STRICT;
INSERT INTO passing_clock (only, counted_at) VALUES (1, strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'));

-- A cloud counts once for a test case, however many versions it has results of.
CREATE TRIGGER passing_begins AFTER INSERT ON latest_result
  WHEN NEW.expires_at > (SELECT counted_at FROM passing_clock)
BEGIN
  INSERT INTO passing_count (scope_uuid, testcase, tested, passing, demo)
    SELECT NEW.scope_uuid, NEW.testcase, others.tested = 0, NEW.value = 1 AND others.passing = 0,
           others.tested = 0 AND EXISTS (SELECT 1 FROM cloud WHERE subject = NEW.subject AND demo = 1)
      FROM (SELECT count(*) AS tested, count(iif(value = 1, 1, NULL)) AS passing FROM latest_result
             WHERE subject = NEW.subject AND scope_uuid = NEW.scope_uuid AND testcase = NEW.testcase
               AND version <> NEW.version AND expires_at > (SELECT counted_at FROM passing_clock)) AS others
     WHERE true
    ON CONFLICT DO UPDATE SET tested = tested + excluded.tested, passing = passing + excluded.passing, demo = demo + excluded.demo;
END;

CREATE TRIGGER passing_ends AFTER DELETE ON latest_result
  WHEN OLD.expires_at > (SELECT counted_at FROM passing_clock)
BEGIN
  UPDATE passing_count
     SET tested = passing_count.tested - (others.tested = 0),
         passing = passing_count.passing - (OLD.value = 1 AND others.passing = 0),
         demo = demo - (others.tested = 0 AND EXISTS (SELECT 1 FROM cloud WHERE subject = OLD.subject AND demo = 1))
    FROM (SELECT count(*) AS tested, count(iif(value = 1, 1, NULL)) AS passing FROM latest_result
           WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid AND testcase = OLD.testcase
             AND version <> OLD.version AND expires_at > (SELECT counted_at FROM passing_clock)) AS others
   WHERE scope_uuid = OLD.scope_uuid AND testcase = OLD.testcase;
END;

-- A change is an end and a beginning; a night in which nothing changes is neither.
CREATE TRIGGER passing_leaves BEFORE UPDATE ON latest_result
  WHEN OLD.expires_at > (SELECT counted_at FROM passing_clock)
   AND NOT (NEW.expires_at > (SELECT counted_at FROM passing_clock)
            AND (OLD.subject, OLD.scope_uuid, OLD.testcase, OLD.version, OLD.value)
              = (NEW.subject, NEW.scope_uuid, NEW.testcase, NEW.version, NEW.value))
BEGIN
  UPDATE passing_count
     SET tested = passing_count.tested - (others.tested = 0),
         passing = passing_count.passing - (OLD.value = 1 AND others.passing = 0),
         demo = demo - (others.tested = 0 AND EXISTS (SELECT 1 FROM cloud WHERE subject = OLD.subject AND demo = 1))
    FROM (SELECT count(*) AS tested, count(iif(value = 1, 1, NULL)) AS passing FROM latest_result
           WHERE subject = OLD.subject AND scope_uuid = OLD.scope_uuid AND testcase = OLD.testcase
             AND version <> OLD.version AND expires_at > (SELECT counted_at FROM passing_clock)) AS others
   WHERE scope_uuid = OLD.scope_uuid AND testcase = OLD.testcase;
END;
CREATE TRIGGER passing_returns AFTER UPDATE ON latest_result
  WHEN NEW.expires_at > (SELECT counted_at FROM passing_clock)
   AND NOT (OLD.expires_at > (SELECT counted_at FROM passing_clock)
            AND (OLD.subject, OLD.scope_uuid, OLD.testcase, OLD.version, OLD.value)
              = (NEW.subject, NEW.scope_uuid, NEW.testcase, NEW.version, NEW.value))
BEGIN
  INSERT INTO passing_count (scope_uuid, testcase, tested, passing, demo)
    SELECT NEW.scope_uuid, NEW.testcase, others.tested = 0, NEW.value = 1 AND others.passing = 0,
           others.tested = 0 AND EXISTS (SELECT 1 FROM cloud WHERE subject = NEW.subject AND demo = 1)
      FROM (SELECT count(*) AS tested, count(iif(value = 1, 1, NULL)) AS passing FROM latest_result
             WHERE subject = NEW.subject AND scope_uuid = NEW.scope_uuid AND testcase = NEW.testcase
               AND version <> NEW.version AND expires_at > (SELECT counted_at FROM passing_clock)) AS others
     WHERE true
    ON CONFLICT DO UPDATE SET tested = tested + excluded.tested, passing = passing + excluded.passing, demo = demo + excluded.demo;
END;

CREATE TRIGGER passing_demo AFTER UPDATE OF demo ON cloud WHEN OLD.demo <> NEW.demo BEGIN
  UPDATE passing_count SET demo = demo + NEW.demo - OLD.demo
   WHERE (scope_uuid, testcase) IN (SELECT scope_uuid, testcase FROM latest_result
     WHERE subject = NEW.subject AND expires_at > (SELECT counted_at FROM passing_clock));
END;

-- What there is already.
INSERT INTO passing_count (scope_uuid, testcase, tested, passing, demo)
  SELECT scope_uuid, testcase, count(DISTINCT subject), count(DISTINCT iif(value = 1, subject, NULL)),
         count(DISTINCT iif(cloud.demo = 1, subject, NULL))
    FROM latest_result LEFT JOIN cloud USING (subject), passing_clock
   WHERE expires_at > counted_at GROUP BY scope_uuid, testcase;
