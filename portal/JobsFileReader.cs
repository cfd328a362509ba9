using System.Text.Json;
using Reporting.Portal.Commands;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>A value with the line it stands on.</summary>
sealed record Placed(JsonElement Value, int Line);

/// <summary>Reads jobs.json strictly: what it does not know stops it, with file, line and key named.</summary>
sealed class JobsFileReader(string path, byte[] bytes, JobCatalog catalog, Func<WorkingDays> days)
{
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
            if (key == "jobs" && reader.TokenType != JsonTokenType.StartArray) throw Wrong(line, key, "应是一个数组 […]", "it should be an array […]");
            if (key == "jobs") jobs = Entries(ref reader);
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
            var entry = new JobEntryReader(this, line, Fields(ref reader), catalog, days).Read();
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
            if (!JobEntryReader.Keys.Contains(key)) throw Unknown(line, key, JobEntryReader.Keys);
            if (fields.ContainsKey(key)) throw Twice(line, key);
            reader.Read();
            fields[key] = new(JsonElement.ParseValue(ref reader), line);
        }
        return fields;
    }

    public FailureException Twice(int line, string key) => Wrong(line, key, "这个键出现了两次", "this key stands twice");

    public FailureException Unknown(int line, string key, IReadOnlyCollection<string> known) => Wrong(
        line, key, $"不认识这个键。{NearMiss.Hint(key, known, "zh")}可用：{string.Join(' ', known)}", $"this key is unknown.{NearMiss.Hint(key, known, "en")} Known: {string.Join(' ', known)}");

    public FailureException Wrong(int line, string key, string zh, string en) => new($"{path} 第 {line} 行 \"{key}\"：{zh}", $"{path} line {line} \"{key}\": {en}");

    int LineAt(long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');
}
