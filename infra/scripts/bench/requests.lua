-- One request after the other for each of many callers. The file in BENCH_CALLERS has a line each: host, token,
-- and the id of a record or, for the kind "path", the path to ask for.
local callers, kind, at = {}, os.getenv("BENCH_KIND"), 0
for line in io.lines(os.getenv("BENCH_CALLERS")) do
  local host, token, id = line:match("^(%S+) (%S+) (%S+)$")
  local headers = { ["Host"] = host, ["Authorization"] = "Bearer " .. token }
  if kind == "list" then callers[#callers + 1] = wrk.format("GET", "/api/v1/projects?limit=20&total=false", headers)
  elseif kind == "counted" then callers[#callers + 1] = wrk.format("GET", "/api/v1/projects?limit=20", headers)
  elseif kind == "path" then callers[#callers + 1] = wrk.format("GET", id, headers)
  elseif kind == "read" then callers[#callers + 1] = wrk.format("GET", "/api/v1/projects/" .. id, headers)
  else
    headers["Content-Type"] = "application/json"
    callers[#callers + 1] = wrk.format("POST", "/api/v1/projects", headers, '{"name":"Made by the benchmark"}')
  end
end
request = function() at = at % #callers + 1 return callers[at] end
done = function(summary, latency)
  io.write(string.format('RESULT {"requests":%d,"duration":%d,"p50":%f,"p99":%f,"errors":%d}\n', summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
