using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal.Commands;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>One entry of jobs.json, key by key.</summary>
sealed partial class JobEntryReader(StrictFile file, int line, IReadOnlyDictionary<string, Placed> fields, JobCatalog catalog, Func<WorkingDays> days)
{
    /// <summary>In the order in which they are written and explained.</summary>
    public static readonly string[] Keys =
    [
        "id", "job", "cron", "on", "time_zone", "arguments", "retries", "retry_after_seconds", "back_off", "retry_at_most_seconds", "time_limit_minutes",
        "overlap", "catch_up", "catch_up_within_hours", "recipients", "enabled",
    ];

    public const int MostRetries = 10, MostSeconds = 86_400, MostMinutes = 1_440, MostHours = 8_784;

    public JobEntry Read()
    {
        var id = Text("id");
        if (!IsWhole(Id(), id)) throw Wrong("id", "只能用小写字母、数字和连字符", "lower-case letters, digits and hyphens only");
        var kind = Kind(Text("job"));
        var zoneName = fields.ContainsKey("time_zone") ? Text("time_zone") : "Asia/Shanghai";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
            throw Wrong("time_zone", $"没有时区“{zoneName}”，例如 Asia/Shanghai", $"there is no time zone '{zoneName}'; one is Asia/Shanghai");
        var usual = new JobEntry(id, kind.Name, When(zone), zoneName, Arguments(kind));
        return usual with
        {
            Retries = Whole("retries", 0, MostRetries) ?? usual.Retries,
            RetryAfterSeconds = Whole("retry_after_seconds", 0, MostSeconds) ?? usual.RetryAfterSeconds,
            BackOff = OneOf<BackOff>("back_off"),
            RetryAtMostSeconds = Whole("retry_at_most_seconds", 1, MostSeconds) ?? usual.RetryAtMostSeconds,
            TimeLimitMinutes = Whole("time_limit_minutes", 1, MostMinutes) ?? usual.TimeLimitMinutes,
            Overlap = OneOf<Overlap>("overlap"),
            CatchUp = OneOf<CatchUp>("catch_up"),
            CatchUpWithinHours = Whole("catch_up_within_hours", 1, MostHours),
            Recipients = Recipients(),
            Enabled = Flag("enabled"),
        };
    }

    JobKind Kind(string job)
    {
        var names = catalog.Kinds.Select(kind => kind.Name).ToList();
        return catalog.Find(job) ?? throw Wrong("job", $"没有作业“{job}”。{NearMiss.Hint(job, names, "zh")}有：{string.Join(' ', names)}",
            $"there is no job '{job}'.{NearMiss.Hint(job, names, "en")} There are: {string.Join(' ', names)}");
    }

    Timing When(TimeZoneInfo zone)
    {
        if (fields.ContainsKey("cron") == fields.ContainsKey("on"))
            throw Wrong(fields.ContainsKey("on") ? "on" : "cron", "cron 和 on 要写一个，且只能写一个", "one of cron and on is needed, and only one");
        Timing? timing = fields.ContainsKey("cron") ? Cron.Parse(Text("cron"), zone, out var error) : WorkingDayRule.Parse(Text("on"), zone, days, out error);
        return timing ?? throw Wrong(fields.ContainsKey("cron") ? "cron" : "on", error.Zh, error.En);
    }

    string Arguments(JobKind kind)
    {
        if (fields.TryGetValue("arguments", out var field)) Check(kind, field);
        var missing = kind.Arguments.FirstOrDefault(argument => argument.Required && (field is null || !field.Value.TryGetProperty(argument.Name, out _)));
        return missing is null ? field?.Value.GetRawText() ?? "{}"
            : throw file.Wrong(LineOf("arguments"), $"arguments.{missing.Name}", $"作业“{kind.Name}”要有这个键", $"the job '{kind.Name}' needs this key");
    }

    void Check(JobKind kind, Placed field)
    {
        if (field.Value.ValueKind != JsonValueKind.Object) throw Wrong("arguments", "要是一个对象", "should be an object");
        var seen = new HashSet<string>();
        foreach (var given in field.Value.EnumerateObject())
        {
            var key = $"arguments.{given.Name}";
            var argument = kind.Arguments.FirstOrDefault(argument => argument.Name == given.Name)
                ?? throw file.Unknown(field.Line, key, [.. kind.Arguments.Select(one => $"arguments.{one.Name}")]);
            if (!seen.Add(given.Name)) throw file.Twice(field.Line, key);
            if (argument.Trouble(given.Value) is { } trouble) throw file.Wrong(field.Line, key, trouble.Zh, trouble.En);
        }
    }

    string[] Recipients()
    {
        if (!fields.TryGetValue("recipients", out var field)) return [];
        if (field.Value.ValueKind != JsonValueKind.Array) throw Wrong("recipients", "要是一个列表", "should be a list");
        string[] given = [.. field.Value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())];
        foreach (var one in field.Value.EnumerateArray().Where(one => one.ValueKind != JsonValueKind.String || !IsWhole(Recipient(), one.GetString()!)))
            throw Wrong("recipients", $"{one.GetRawText()} 不是邮箱地址，也不是 role:角色名（小写字母、数字、连字符）", $"{one.GetRawText()} is neither a mail address nor role:NAME (lower-case letters, digits, hyphens)");
        return given.CountBy(one => one, StringComparer.OrdinalIgnoreCase).FirstOrDefault(one => one.Value > 1).Key is not { } twice ? given
            : throw Wrong("recipients", $"“{twice}”出现了两次", $"'{twice}' stands twice");
    }

    string Text(string key) => fields.TryGetValue(key, out var field) && field.Value.ValueKind == JsonValueKind.String
        ? field.Value.GetString()! : throw Wrong(key, "要有这个键，值是文字", "this key is needed, its value a text");

    /// <summary>Null where the key is not given.</summary>
    int? Whole(string key, int least, int most) => !fields.TryGetValue(key, out var field) ? null
        : field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : throw Wrong(key, $"要是 {least} 到 {most} 的整数", $"should be a whole number from {least} to {most}");

    /// <summary>The first of the names where the key is not given.</summary>
    T OneOf<T>(string key) where T : struct, Enum => !fields.TryGetValue(key, out var field) ? default
        : field.Value.ValueKind == JsonValueKind.String && Enum.GetNames<T>().Contains(field.Value.GetString()) ? Enum.Parse<T>(field.Value.GetString()!)
        : throw Wrong(key, $"要是其中之一：{string.Join(' ', Enum.GetNames<T>())}", $"should be one of: {string.Join(' ', Enum.GetNames<T>())}");

    bool Flag(string key) => !fields.TryGetValue(key, out var field) || field.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(key, "要是 true 或 false", "should be true or false"),
    };

    int LineOf(string key) => fields.TryGetValue(key, out var field) ? field.Line : line;

    FailureException Wrong(string key, string zh, string en) => file.Wrong(LineOf(key), key, zh, en);

    /// <summary>A pattern's end also stands before a last line break; here nothing may follow.</summary>
    static bool IsWhole(Regex pattern, string text) => pattern.Match(text) is { Success: true } match && match.Length == text.Length;

    public const string IdPattern = "^[a-z0-9-]+$", RecipientPattern = @"^(role:[a-z0-9-]+|[^\s@<>,;]+@[^\s@<>,;]+)$";

    [GeneratedRegex(IdPattern)]
    private static partial Regex Id();

    [GeneratedRegex(RecipientPattern)]
    private static partial Regex Recipient();
}
