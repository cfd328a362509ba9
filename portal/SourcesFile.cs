using System.Text.Json;
using Reporting.Etl.Arrivals;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>Where files are taken from besides the inbox: <c>data/sources.json</c>, read strictly. What is wrong in it is named with file, line and key.</summary>
sealed class SourcesFile(StrictFile file, DataFolder data, Catalog? catalog)
{
    static readonly string[] Keys = ["id", "unit", "folder", "answers", "url", "password_file"];

    readonly List<Source> sources = [];

    /// <summary>Nothing but this file is looked at: a share that is away must hang nobody who reads its name, and what only a source can tell is told in its turn.</summary>
    /// <param name="catalog">Whose units the sources must belong to; null where it is not known yet.</param>
    /// <exception cref="FailureException">Something in the file is wrong, or it cannot be read.</exception>
    public static IReadOnlyList<Source> Read(DataFolder data, Catalog? catalog) =>
        Path.Exists(data.Sources) ? new SourcesFile(StrictFile.At(data.Sources), data, catalog).Read() : [];

    List<Source> Read()
    {
        foreach (var (line, fields) in file.Entries("sources", Keys)) sources.Add(Entry(line, fields));
        return sources;
    }

    Source Entry(int line, IReadOnlyDictionary<string, Placed> fields)
    {
        var id = Text(line, fields, "id");
        if (id.Length is 0 or > 60 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw file.Wrong(fields["id"].Line, "id", "只能用小写字母、数字和连字符", "lower-case letters, digits and hyphens only");
        if (sources.Exists(other => other.Id == id)) throw file.Wrong(fields["id"].Line, "id", $"“{id}”出现了两次", $"'{id}' stands twice");
        var unit = Text(line, fields, "unit");
        if (catalog is not null && catalog.OrgUnit(unit) is null) throw file.Wrong(fields["unit"].Line, "unit", $"没有单位“{unit}”", $"there is no unit '{unit}'");
        if (fields.ContainsKey("folder") == fields.ContainsKey("url")) throw file.Wrong(line, "folder", "folder 和 url 要写其中一个", "one of folder and url is needed, and one only");
        return fields.ContainsKey("folder") ? Folder(id, unit, line, fields) : Listing(id, unit, line, fields);
    }

    FolderSource Folder(string id, string unit, int line, IReadOnlyDictionary<string, Placed> fields)
    {
        if (fields.TryGetValue("password_file", out var odd)) throw file.Wrong(odd.Line, "password_file", "只用于 url", "goes with url only");
        var (at, given) = (fields["folder"].Line, Text(line, fields, "folder"));
        if (!IsPath(given)) throw file.Wrong(at, "folder", "要写绝对路径", "should be an absolute path");
        var folder = Path.GetFullPath(given);
        if (DataFolder.Overlap(folder, data.Root)) throw file.Wrong(at, "folder", "不能在数据文件夹里，也不能包含它", "cannot lie within the data folder, nor hold it");
        if (sources.OfType<FolderSource>().FirstOrDefault(other => DataFolder.Overlap(Path.GetFullPath(other.Folder), folder)) is { } shared)
            throw file.Wrong(at, "folder", $"与“{shared.Id}”的文件夹重叠", $"overlaps with the folder of '{shared.Id}'");
        var answers = !fields.TryGetValue("answers", out var said) || (said.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? said.Value.GetBoolean() : throw file.Wrong(said.Line, "answers", "要是 true 或 false", "should be true or false"));
        return new(id, unit, given, answers);
    }

    ListingSource Listing(string id, string unit, int line, IReadOnlyDictionary<string, Placed> fields)
    {
        if (fields.TryGetValue("answers", out var odd)) throw file.Wrong(odd.Line, "answers", "只用于 folder", "goes with folder only");
        var at = fields["url"].Line;
        if (!Uri.TryCreate(Text(line, fields, "url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.AbsolutePath.EndsWith('/') || url.Query.Length + url.Fragment.Length > 0)
            throw file.Wrong(at, "url", "要是以 / 结尾的 http 或 https 地址", "should be an http or https address that ends in /");
        if (url.UserInfo.Length > 0) throw file.Wrong(at, "url", "口令不能写在地址里，请用 password_file", "no password in the address: use password_file");
        if (sources.OfType<ListingSource>().FirstOrDefault(other => other.Url == url) is { } shared) throw file.Wrong(at, "url", $"与“{shared.Id}”相同", $"is that of '{shared.Id}'");
        return new(id, unit, url, fields.TryGetValue("password_file", out var secret) ? PasswordFile(Text(line, fields, "password_file"), secret.Line, url) : null);
    }

    string PasswordFile(string path, int at, Uri url)
    {
        if (url.Scheme != "https" && !url.IsLoopback) throw file.Wrong(at, "password_file", "口令只经 https 发送", "a password is sent over https only");
        if (!IsPath(path)) throw file.Wrong(at, "password_file", "要写绝对路径", "should be an absolute path");
        return path;
    }

    static bool IsPath(string text) => Path.IsPathFullyQualified(text) && !text.Contains('\0');

    string Text(int line, IReadOnlyDictionary<string, Placed> fields, string key) => fields.TryGetValue(key, out var field) && field.Value.ValueKind == JsonValueKind.String
        ? field.Value.GetString()! : throw file.Wrong(field?.Line ?? line, key, "要有这个键，值是文字", "this key is needed, its value a text");
}
