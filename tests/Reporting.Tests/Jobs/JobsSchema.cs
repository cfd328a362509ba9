using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Portal;

namespace Reporting.Tests.Jobs;

/// <summary>The JSON schema of jobs.json as the reader and a catalogue would have it: what editors are told and what stops the program are one.</summary>
static class JobsSchema
{
    static readonly JsonSerializerOptions Printed = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JobCatalog catalog) => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "jobs.json: which job runs when",
        ["type"] = "object",
        ["required"] = Texts(["jobs"]),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject { ["$schema"] = Text(), ["jobs"] = new JsonObject { ["type"] = "array", ["items"] = Entry(catalog) } },
    }.ToJsonString(Printed) + "\n";

    static JsonObject Entry(JobCatalog catalog) => new()
    {
        ["type"] = "object",
        ["required"] = Texts(["id", "job"]),
        ["additionalProperties"] = false,
        ["oneOf"] = new JsonArray(new JsonObject { ["required"] = Texts(["cron"]) }, new JsonObject { ["required"] = Texts(["on"]) }),
        ["properties"] = new JsonObject(JobEntryReader.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, Key(key, catalog)))),
        ["allOf"] = new JsonArray([.. catalog.Kinds.Select(Kind)]),
    };

    static JsonObject Key(string key, JobCatalog catalog) => key switch
    {
        "id" => Said("names the entry everywhere", Text(JobEntryReader.IdPattern)),
        "job" => Said("what is done", new() { ["enum"] = Texts(catalog.Kinds.Select(kind => kind.Name)) }),
        "cron" => Said("minute hour day month weekday; day and weekday are not both restricted", Text(@"^ *[0-9*,/-]+ +[0-9*,/-]+ +(\* +[0-9*,/-]+ +[0-9*,/-]+|[0-9*,/-]+ +[0-9*,/-]+ +\*) *$")),
        "on" => Said("working-day 8, 08:00 is the eighth working day of each month, working-day -1, 17:00 the last", Text(@"^\s*working-day\s+-?(0?0?[1-9]|0?1[0-5])\s*,\s*([01][0-9]|2[0-3]):[0-5][0-9]\s*$")),
        "time_zone" => Said("Asia/Shanghai where it is not given", Text()),
        "arguments" => Said("what the job is told", new() { ["type"] = "object" }),
        "retries" => Said("attempts after the first that failed; 0", Whole(0, JobEntryReader.MostRetries)),
        "retry_after_seconds" => Said("before the next attempt; 60", Whole(0, JobEntryReader.MostSeconds)),
        "back_off" => Said("whether the wait doubles each time; fixed", Names<BackOff>()),
        "retry_at_most_seconds" => Said("the longest wait; 3600", Whole(1, JobEntryReader.MostSeconds)),
        "time_limit_minutes" => Said("an attempt that takes longer is cancelled and has failed; 120", Whole(1, JobEntryReader.MostMinutes)),
        "overlap" => Said("a firing while an earlier run is under way; skip", Names<Overlap>()),
        "catch_up" => Said("firings that passed while nobody served; once", Names<CatchUp>()),
        "catch_up_within_hours" => Said("older ones are not made good", Whole(1, JobEntryReader.MostHours)),
        "recipients" => Said("mail addresses and role:NAME", new() { ["type"] = "array", ["uniqueItems"] = true, ["items"] = Text(JobEntryReader.RecipientPattern) }),
        "enabled" => Said("true", new() { ["type"] = "boolean" }),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "the schema says nothing of this key"),
    };

    static JsonObject Kind(JobKind kind)
    {
        var needed = kind.Arguments.Where(argument => argument.Required).Select(argument => argument.Name).ToList();
        var then = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["arguments"] = new JsonObject
                {
                    ["additionalProperties"] = false,
                    ["required"] = Texts(needed),
                    ["properties"] = new JsonObject(kind.Arguments.Select(argument => KeyValuePair.Create<string, JsonNode?>(argument.Name, Said(argument.HelpEn, Argument(argument))))),
                },
            },
        };
        if (needed.Count > 0) then["required"] = Texts(["arguments"]);
        return new() { ["if"] = new JsonObject { ["properties"] = new JsonObject { ["job"] = new JsonObject { ["const"] = kind.Name } } }, ["then"] = then };
    }

    static JsonObject Argument(JobArgument argument) => argument.Kind switch
    {
        ArgumentKind.Text => argument.Choices.Count > 0 ? new() { ["enum"] = Texts(argument.Choices) } : new() { ["type"] = "string", ["minLength"] = 1 },
        ArgumentKind.Whole => Whole(argument.Least, argument.Most),
        ArgumentKind.Flag => new() { ["type"] = "boolean" },
        _ => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } },
    };

    static JsonObject Said(string what, JsonObject schema)
    {
        schema.Insert(0, "description", what);
        return schema;
    }

    static JsonObject Text(string? pattern = null) => pattern is null ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["pattern"] = pattern };

    static JsonObject Whole(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    static JsonObject Names<T>() where T : struct, Enum => new() { ["enum"] = Texts(Enum.GetNames<T>()) };

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
