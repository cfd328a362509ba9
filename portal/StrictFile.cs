using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Reporting.Portal.Commands;

namespace Reporting.Portal;

/// <summary>A value with the line it stands on.</summary>
sealed record Placed(JsonElement Value, int Line);

/// <summary>One object of a settings file's list: its line, and its keys with theirs.</summary>
sealed record StrictEntry(int Line, IReadOnlyDictionary<string, Placed> Fields);

/// <summary>A settings file that holds one list of objects, read strictly: what it does not know stops it, with file, line and key named.</summary>
sealed class StrictFile(string path, byte[] given)
{
    readonly byte[] bytes = given.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? given[Encoding.UTF8.Preamble.Length..] : given;

    /// <param name="path">Must be there.</param>
    /// <exception cref="FailureException">It cannot be read.</exception>
    public static StrictFile At(string path)
    {
        try { return new(path, File.ReadAllBytes(path)); }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{path} 读不出来：{closed.Message}", $"{path} cannot be read: {closed.Message}", closed);
        }
    }

    /// <summary>The objects of the list.</summary>
    /// <param name="list">The key under which the list stands.</param>
    /// <param name="keys">What the objects may have.</param>
    /// <param name="passedOver">Other keys that may stand beside the list and say nothing to the program.</param>
    /// <exception cref="FailureException">Something in the file is wrong.</exception>
    public IReadOnlyList<StrictEntry> Entries(string list, IReadOnlyCollection<string> keys, params string[] passedOver)
    {
        _ = Checked();
        return Read(list, keys, passedOver);
    }

    /// <summary>The bytes, known to be one JSON document in which every text is one.</summary>
    /// <exception cref="FailureException">They are not.</exception>
    public byte[] Checked()
    {
        RequireUtf8();
        try
        {
            using (JsonDocument.Parse(bytes)) { } // is it JSON to the end?
            RequireTexts();
            return bytes;
        }
        catch (JsonException broken)
        {
            throw new FailureException($"{path} 第 {broken.LineNumber + 1} 行：不是合法的 JSON。", $"{path} line {broken.LineNumber + 1}: this is no valid JSON.", broken);
        }
    }

    // Editors on Chinese Windows like to save in GBK, which passes for JSON until a text is taken out of it.
    void RequireUtf8()
    {
        if (Utf8.IsValid(bytes)) return;
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(valid), out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        throw new FailureException($"{path} 第 {LineAt(valid)} 行：不是 UTF-8 编码，请另存为 UTF-8。", $"{path} line {LineAt(valid)}: this is not UTF-8; save it as UTF-8.");
    }

    List<StrictEntry> Read(string list, IReadOnlyCollection<string> keys, string[] passedOver)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(1, list, $"文件应是 {{\"{list}\": […]}}", $"the file should be {{\"{list}\": […]}}");
        List<StrictEntry>? entries = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
            reader.Read();
            if (passedOver.Contains(key)) { reader.Skip(); continue; }
            if (key != list) throw Unknown(line, key, [list, .. passedOver]);
            if (entries is not null) throw Twice(line, key);
            if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(line, key, "应是一个列表", "should be a list");
            entries = Objects(ref reader, list, keys);
        }
        return entries ?? throw Wrong(1, list, "缺少这个键", "this key is missing");
    }

    List<StrictEntry> Objects(ref Utf8JsonReader reader, string list, IReadOnlyCollection<string> keys)
    {
        var entries = new List<StrictEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = LineAt(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(line, list, "每一项应是一个对象", "each item should be an object");
            var fields = new Dictionary<string, Placed>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (key, at) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
                if (!keys.Contains(key)) throw Unknown(at, key, keys);
                reader.Read();
                if (!fields.TryAdd(key, new(JsonElement.ParseValue(ref reader), at))) throw Twice(at, key);
            }
            entries.Add(new(line, fields));
        }
        return entries;
    }

    // Half a surrogate pair is valid JSON and no text: whoever takes it out later would break.
    void RequireTexts()
    {
        var reader = new Utf8JsonReader(bytes);
        var key = "";
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String)) continue;
            try
            {
                var text = reader.GetString()!;
                if (reader.TokenType == JsonTokenType.PropertyName) key = text;
            }
            catch (InvalidOperationException) { throw Wrong(LineAt((int)reader.TokenStartIndex), key, "有半个字符的 \\u 转义", "a \\u escape stands for half a character"); }
        }
    }

    public FailureException Twice(int line, string key) => Wrong(line, key, "这个键出现了两次", "this key stands twice");

    public FailureException Unknown(int line, string key, IReadOnlyCollection<string> known) => Wrong(
        line, key, $"不认识这个键。{NearMiss.Hint(key, known, "zh")}可用：{string.Join(' ', known)}", $"this key is unknown.{NearMiss.Hint(key, known, "en")} Known: {string.Join(' ', known)}");

    public FailureException Wrong(int line, string key, string zh, string en) => new($"{path} 第 {line} 行 \"{key}\"：{zh}", $"{path} line {line} \"{key}\": {en}");

    int LineAt(long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');
}
