using System.Text.Json;
using Reporting.Etl.Arrivals;
using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>Where files are taken from besides the inbox: <c>data/sources.json</c>, read strictly. What is wrong in it is named with file, line and key.</summary>
sealed class SourcesFile(string path, byte[] bytes, DataFolder data, Catalog? catalog)
{
    static readonly string[] Keys = ["id", "unit", "folder", "answers", "url", "password_file"];

    /// <summary>A value with the line it stands on.</summary>
    sealed record Placed(JsonElement Value, int Line);

    readonly List<Source> sources = [];

    /// <param name="catalog">Whose units the sources must belong to; null where it is not known yet.</param>
    /// <exception cref="FailureException">Something in the file is wrong.</exception>
    public static IReadOnlyList<Source> Read(DataFolder data, Catalog? catalog)
    {
        if (!File.Exists(data.Sources)) return [];
        var bytes = File.ReadAllBytes(data.Sources);
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            using (JsonDocument.Parse(bytes)) { } // is it JSON to the end?
            return new SourcesFile(data.Sources, bytes, data, catalog).Sources();
        }
        catch (JsonException broken)
        {
            throw new FailureException($"{data.Sources} 第 {broken.LineNumber + 1} 行：不是合法的 JSON。", $"{data.Sources} line {broken.LineNumber + 1}: this is no valid JSON.", broken);
        }
    }

    List<Source> Sources()
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(1, "sources", "文件应是 {\"sources\": […]}", "the file should be {\"sources\": […]}");
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
            if (key != "sources") throw Unknown(line, key, ["sources"]);
            if (found) throw Twice(line, key);
            found = true;
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(line, key, "应是一个列表", "should be a list");
            Entries(ref reader);
        }
        return found ? sources : throw Wrong(1, "sources", "缺少这个键", "this key is missing");
    }

    void Entries(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = LineAt(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(line, "sources", "每一项应是一个对象", "each item should be an object");
            var fields = new Dictionary<string, Placed>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (key, at) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
                if (!Keys.Contains(key)) throw Unknown(at, key, Keys);
                reader.Read();
                if (!fields.TryAdd(key, new(JsonElement.ParseValue(ref reader), at))) throw Twice(at, key);
            }
            sources.Add(Entry(line, fields));
        }
    }

    Source Entry(int line, Dictionary<string, Placed> fields)
    {
        var id = Text(line, fields, "id");
        if (id.Length is 0 or > 60 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw Wrong(fields["id"].Line, "id", "只能用小写字母、数字和连字符", "lower-case letters, digits and hyphens only");
        if (sources.Exists(other => other.Id == id)) throw Wrong(fields["id"].Line, "id", $"“{id}”出现了两次", $"'{id}' stands twice");
        var unit = Text(line, fields, "unit");
        if (catalog is not null && catalog.OrgUnit(unit) is null) throw Wrong(fields["unit"].Line, "unit", $"没有单位“{unit}”", $"there is no unit '{unit}'");
        if (fields.ContainsKey("folder") == fields.ContainsKey("url")) throw Wrong(line, "folder", "folder 和 url 要写其中一个", "one of folder and url is needed, and one only");
        return fields.ContainsKey("folder") ? Folder(id, unit, line, fields) : Listing(id, unit, line, fields);
    }

    FolderSource Folder(string id, string unit, int line, Dictionary<string, Placed> fields)
    {
        if (fields.TryGetValue("password_file", out var odd)) throw Wrong(odd.Line, "password_file", "只用于 url", "goes with url only");
        var (at, given) = (fields["folder"].Line, Text(line, fields, "folder"));
        if (!Path.IsPathFullyQualified(given)) throw Wrong(at, "folder", "要写绝对路径", "should be an absolute path");
        var folder = DataFolder.At(given).Root;
        if (Overlap(folder, data.Root)) throw Wrong(at, "folder", "不能在数据文件夹里，也不能包含它", "cannot lie within the data folder, nor hold it");
        if (sources.OfType<FolderSource>().FirstOrDefault(other => Overlap(DataFolder.At(other.Folder).Root, folder)) is { } shared)
            throw Wrong(at, "folder", $"与“{shared.Id}”的文件夹重叠", $"overlaps with the folder of '{shared.Id}'");
        var answers = !fields.TryGetValue("answers", out var said) || (said.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? said.Value.GetBoolean() : throw Wrong(said.Line, "answers", "要是 true 或 false", "should be true or false"));
        return new(id, unit, given, answers);
    }

    ListingSource Listing(string id, string unit, int line, Dictionary<string, Placed> fields)
    {
        if (fields.TryGetValue("answers", out var odd)) throw Wrong(odd.Line, "answers", "只用于 folder", "goes with folder only");
        var at = fields["url"].Line;
        if (!Uri.TryCreate(Text(line, fields, "url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.AbsolutePath.EndsWith('/') || url.Query.Length + url.Fragment.Length > 0)
            throw Wrong(at, "url", "要是以 / 结尾的 http 或 https 地址", "should be an http or https address that ends in /");
        if (url.UserInfo.Length > 0) throw Wrong(at, "url", "口令不能写在地址里，请用 password_file", "no password in the address: use password_file");
        if (sources.OfType<ListingSource>().FirstOrDefault(other => other.Url == url) is { } shared) throw Wrong(at, "url", $"与“{shared.Id}”相同", $"is that of '{shared.Id}'");
        return new(id, unit, url, fields.TryGetValue("password_file", out var secret) ? PasswordFile(Text(line, fields, "password_file"), secret.Line, url) : null);
    }

    string PasswordFile(string file, int at, Uri url)
    {
        if (url.Scheme != "https" && !url.IsLoopback) throw Wrong(at, "password_file", "口令只经 https 发送", "a password is sent over https only");
        if (!Path.IsPathFullyQualified(file) || !File.Exists(file)) throw Wrong(at, "password_file", $"没有文件 {file}（要写绝对路径）", $"there is no file {file} (an absolute path is needed)");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw Wrong(at, "password_file", $"别人也能读 {file}：请 chmod 600", $"others can read {file}: chmod 600 it");
        return file;
    }

    static bool Overlap(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    static bool IsWithin(string folder, string outer) => $"{folder}/".StartsWith(outer.TrimEnd('/') + "/", StringComparison.Ordinal);

    string Text(int line, Dictionary<string, Placed> fields, string key) => fields.TryGetValue(key, out var field) && field.Value.ValueKind == JsonValueKind.String
        ? field.Value.GetString()! : throw Wrong(field?.Line ?? line, key, "要有这个键，值是文字", "this key is needed, its value a text");

    FailureException Twice(int line, string key) => Wrong(line, key, "这个键出现了两次", "this key stands twice");

    FailureException Unknown(int line, string key, IReadOnlyCollection<string> known) => Wrong(
        line, key, $"不认识这个键。{NearMiss.Hint(key, known, "zh")}可用：{string.Join(' ', known)}", $"this key is unknown.{NearMiss.Hint(key, known, "en")} Known: {string.Join(' ', known)}");

    FailureException Wrong(int line, string key, string zh, string en) => new($"{path} 第 {line} 行 \"{key}\"：{zh}", $"{path} line {line} \"{key}\": {en}");

    int LineAt(long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');
}
