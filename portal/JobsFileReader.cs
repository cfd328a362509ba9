using System.Text.Json;
using Reporting.Portal.Commands;

namespace Reporting.Portal;

/// <summary>Reads jobs.json strictly: what it does not know stops it, with file, line and key named.</summary>
sealed class JobsFileReader(string path, byte[] bytes, JobCatalog catalog)
{
    static readonly string[] Keys = ["id", "job", "cron", "time_zone", "arguments", "retries", "retry_after_seconds", "enabled"];

    /// <summary>A value with the line it stands on.</summary>
    sealed record Placed(JsonElement Value, int Line);

    public IReadOnlyList<JobEntry> Read()
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(1, "jobs", "文件应是 {\"jobs\": […]}", "the file should be {\"jobs\": […]}");
        IReadOnlyList<JobEntry>? jobs = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
            reader.Read();
            if (key == "jobs" && jobs is not null) throw Twice(line, key);
            if (key == "jobs" && reader.TokenType == JsonTokenType.StartArray) jobs = Entries(ref reader);
            else if (key == "$schema") reader.Skip();
            else throw Unknown(line, key, ["jobs", "$schema"]);
        }
        return jobs ?? throw Wrong(1, "jobs", "缺少这个键", "this key is missing");
    }

    List<JobEntry> Entries(ref Utf8JsonReader reader)
    {
        var entries = new List<JobEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = LineAt(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(line, "jobs", "每一项应是一个对象", "each item should be an object");
            var entry = Entry(line, Fields(ref reader));
            if (entries.Any(other => other.Id == entry.Id)) throw Wrong(line, "id", $"“{entry.Id}”出现了两次", $"'{entry.Id}' stands twice");
            entries.Add(entry);
        }
        return entries;
    }

    Dictionary<string, Placed> Fields(ref Utf8JsonReader reader)
    {
        var fields = new Dictionary<string, Placed>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
            if (!Keys.Contains(key)) throw Unknown(line, key, Keys);
            if (fields.ContainsKey(key)) throw Twice(line, key);
            reader.Read();
            fields[key] = new(JsonElement.ParseValue(ref reader), line);
        }
        return fields;
    }

    JobEntry Entry(int line, Dictionary<string, Placed> fields)
    {
        var id = Text("id");
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw Wrong(LineOf("id"), "id", "只能用小写字母、数字和连字符", "lower-case letters, digits and hyphens only");
        var job = Text("job");
        var kind = catalog.Find(job) ?? throw UnknownJob(LineOf("job"), job);
        var zoneName = fields.ContainsKey("time_zone") ? Text("time_zone") : "Asia/Shanghai";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
            throw Wrong(LineOf("time_zone"), "time_zone", $"没有时区“{zoneName}”，例如 Asia/Shanghai", $"there is no time zone '{zoneName}'; one is Asia/Shanghai");
        var cron = Cron.Parse(Text("cron"), zone, out var error) ?? throw Wrong(LineOf("cron"), "cron", error.Zh, error.En);
        return new(id, job, cron, zoneName, Arguments(kind), Whole("retries", 0, 10), Whole("retry_after_seconds", 60, 86_400), Flag("enabled"));

        int LineOf(string key) => fields.TryGetValue(key, out var field) ? field.Line : line;

        string Text(string key) => fields.TryGetValue(key, out var field) && field.Value.ValueKind == JsonValueKind.String
            ? field.Value.GetString()! : throw Wrong(LineOf(key), key, "要有这个键，值是文字", "this key is needed, its value a text");

        int Whole(string key, int usual, int most) => !fields.TryGetValue(key, out var field) ? usual
            : field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var number) && number >= 0 && number <= most ? number
            : throw Wrong(field.Line, key, $"要是 0 到 {most} 的整数", $"should be a whole number from 0 to {most}");

        bool Flag(string key) => !fields.TryGetValue(key, out var field) || field.Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(field.Line, key, "要是 true 或 false", "should be true or false"),
        };

        string Arguments(JobKind known)
        {
            if (fields.TryGetValue("arguments", out var field)) Check(known, field);
            return known.Arguments.FirstOrDefault(argument => argument.Required && (field is null || !field.Value.TryGetProperty(argument.Name, out _))) is { } missing
                ? throw Wrong(LineOf("arguments"), $"arguments.{missing.Name}", $"作业“{job}”要有这个键", $"the job '{job}' needs this key") : field?.Value.GetRawText() ?? "{}";
        }
    }

    void Check(JobKind known, Placed field)
    {
        if (field.Value.ValueKind != JsonValueKind.Object) throw Wrong(field.Line, "arguments", "要是一个对象", "should be an object");
        var seen = new HashSet<string>();
        foreach (var given in field.Value.EnumerateObject())
        {
            var key = $"arguments.{given.Name}";
            var argument = known.Arguments.FirstOrDefault(argument => argument.Name == given.Name)
                ?? throw Unknown(field.Line, key, [.. known.Arguments.Select(one => $"arguments.{one.Name}")]);
            if (!seen.Add(given.Name)) throw Twice(field.Line, key);
            if (argument.Trouble(given.Value) is { } trouble) throw Wrong(field.Line, key, trouble.Zh, trouble.En);
        }
    }

    FailureException Twice(int line, string key) => Wrong(line, key, "这个键出现了两次", "this key stands twice");

    FailureException UnknownJob(int line, string job)
    {
        var names = catalog.Kinds.Select(kind => kind.Name).ToList();
        return Wrong(line, "job", $"没有作业“{job}”。{NearMiss.Hint(job, names, "zh")}有：{string.Join(' ', names)}", $"there is no job '{job}'.{NearMiss.Hint(job, names, "en")} There are: {string.Join(' ', names)}");
    }

    FailureException Unknown(int line, string key, IReadOnlyCollection<string> known) => Wrong(
        line, key, $"不认识这个键。{NearMiss.Hint(key, known, "zh")}可用：{string.Join(' ', known)}", $"this key is unknown.{NearMiss.Hint(key, known, "en")} Known: {string.Join(' ', known)}");

    FailureException Wrong(int line, string key, string zh, string en) => new($"{path} 第 {line} 行 \"{key}\"：{zh}", $"{path} line {line} \"{key}\": {en}");

    int LineAt(long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');
}
