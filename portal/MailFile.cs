using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal;

/// <summary>The mail server and the people who are written to: <c>data/mail.json</c>, read strictly. What is wrong in it is named with file, line and key.</summary>
sealed partial class MailFile(string path, byte[] bytes, Catalog? catalog)
{
    static readonly string[] Keys = ["host", "port", "security", "from", "from_name", "user", "password_file", "seconds", "attachment_bytes", "base_url", "people"];
    static readonly string[] PersonKeys = ["name", "mail", "roles", "district", "unit"];

    const int MostPort = 65_535, MostSeconds = 90, MostAttachment = 100_000_000, UsualPort = 587;

    readonly List<Person> people = [];

    /// <param name="catalog">Whose districts and units the people must belong to; null where it is not known yet.</param>
    /// <exception cref="FailureException">Something in the file is wrong.</exception>
    public static MailSettings Read(DataFolder data, Catalog? catalog)
    {
        if (!File.Exists(data.Mail)) return MailSettings.None;
        return new MailFile(data.Mail, StrictFile.At(data.Mail).Checked(), catalog).Settings();
    }

    MailSettings Settings()
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(1, "host", "文件应是 {\"host\": …}", "the file should be {\"host\": …}");
        var fields = Fields(ref reader, Keys);
        var host = fields.ContainsKey("host") ? Host(fields) : null;
        if (host is null && new[] { "port", "security", "from", "from_name", "user", "password_file", "seconds" }.FirstOrDefault(fields.ContainsKey) is { } alone)
            throw Wrong(fields[alone].Line, alone, "没有写 host，就没有邮件服务器", "without host there is no mail server");
        return new(host, new([.. people]), Whole(fields, "attachment_bytes", 0, MostAttachment) ?? MailSettings.UsualAttachmentBytes, BaseUrl(fields));
    }

    Dictionary<string, Placed> Fields(ref Utf8JsonReader reader, string[] known)
    {
        var fields = new Dictionary<string, Placed>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (reader.GetString()!, LineAt(reader.TokenStartIndex));
            if (!known.Contains(key)) throw Wrong(line, key, $"不认识这个键。{NearMiss.Hint(key, known, "zh")}可用：{string.Join(' ', known)}", $"this key is unknown.{NearMiss.Hint(key, known, "en")} Known: {string.Join(' ', known)}");
            reader.Read();
            if (fields.ContainsKey(key)) throw Wrong(line, key, "这个键出现了两次", "this key stands twice");
            if (key == "people") Everybody(ref reader, line);
            fields[key] = key == "people" ? new(default, line) : new(JsonElement.ParseValue(ref reader), line);
        }
        return fields;
    }

    void Everybody(ref Utf8JsonReader reader, int at)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong(at, "people", "应是一个列表", "should be a list");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = LineAt(reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject) throw Wrong(line, "people", "每一项应是一个对象", "each item should be an object");
            people.Add(One(line, Fields(ref reader, PersonKeys)));
        }
    }

    Person One(int line, Dictionary<string, Placed> fields)
    {
        var person = new Person(Text(line, fields, "name"), Address(line, fields, "mail"), Roles(fields), Code(fields, "district"), Code(fields, "unit"));
        if (people.Exists(other => other.Mail == person.Mail && other.District == person.District && other.Unit == person.Unit))
            throw Wrong(fields["mail"].Line, "mail", $"“{person.Mail}”出现了两次；一个人的角色写在一项里", $"'{person.Mail}' stands twice; write all roles of a person in one item");
        if (person is { Roles.Count: 0, Unit: null }) throw Wrong(line, "roles", "roles 和 unit 至少写一个，否则什么也收不到", "roles or unit is needed, or nothing is ever sent there");
        if (catalog is null) return person;
        if (person.District is { } district && catalog.District(district) is null) throw Wrong(fields["district"].Line, "district", $"没有区“{district}”", $"there is no district '{district}'");
        if (person.Unit is { } unit && catalog.OrgUnit(unit) is null) throw Wrong(fields["unit"].Line, "unit", $"没有单位“{unit}”", $"there is no unit '{unit}'");
        return person;
    }

    string[] Roles(Dictionary<string, Placed> fields)
    {
        if (!fields.TryGetValue("roles", out var given)) return [];
        if (given.Value.ValueKind != JsonValueKind.Array) throw Wrong(given.Line, "roles", "应是一个列表", "should be a list");
        return [.. given.Value.EnumerateArray().Select(role => role.ValueKind == JsonValueKind.String && Role().IsMatch(role.GetString()!) ? role.GetString()!
            : throw Wrong(given.Line, "roles", $"{role.GetRawText()} 不是角色名（小写字母、数字、连字符）", $"{role.GetRawText()} is no role (lower-case letters, digits, hyphens)"))];
    }

    MailHost Host(Dictionary<string, Placed> fields)
    {
        var host = Text(1, fields, "host");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw Wrong(fields["host"].Line, "host", "要是主机名或 IP 地址", "should be a host's name or IP address");
        var security = Security(fields, host);
        var user = fields.ContainsKey("user") ? Text(1, fields, "user") : null;
        if (user is null != !fields.ContainsKey("password_file")) throw Wrong(fields[user is null ? "password_file" : "user"].Line, user is null ? "password_file" : "user", "user 和 password_file 要一起写", "user and password_file go together");
        return new(host, (int)(Whole(fields, "port", 1, MostPort) ?? UsualPort), security, Address(fields["host"].Line, fields, "from"),
            fields.ContainsKey("from_name") ? OneLine.Of(Text(1, fields, "from_name")) : "规划监测考核系统", user, user is null ? null : PasswordFile(fields))
        { Limit = TimeSpan.FromSeconds(Whole(fields, "seconds", 1, MostSeconds) ?? 60) };
    }

    MailSecurity Security(Dictionary<string, Placed> fields, string host)
    {
        if (!fields.TryGetValue("security", out var field)) return MailSecurity.starttls;
        var (given, line) = (Text(1, fields, "security"), field.Line);
        if (given == "tls") throw Wrong(line, "security", "不支持一连上就加密的端口（465）；改用 starttls，一般是 587 端口", "ports that are encrypted from the first byte (465) are not supported; use starttls, mostly on port 587");
        if (given is not ("starttls" or "none")) throw Wrong(line, "security", "要是 starttls 或 none", "should be starttls or none");
        if (given == "none" && host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
            throw Wrong(line, "security", "不加密的只能是本机上的服务器", "only a server on this machine goes without encryption");
        return Enum.Parse<MailSecurity>(given);
    }

    string PasswordFile(Dictionary<string, Placed> fields)
    {
        var (file, at) = (Text(1, fields, "password_file"), fields["password_file"].Line);
        // Whether it is there is asked when a mail is sent: a restored office must open on a machine that has it not.
        return Path.IsPathFullyQualified(file) ? file : throw Wrong(at, "password_file", $"{file} 要写绝对路径", $"{file} should be an absolute path");
    }

    string? BaseUrl(Dictionary<string, Placed> fields)
    {
        if (!fields.TryGetValue("base_url", out var given)) return null;
        return Uri.TryCreate(Text(1, fields, "base_url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length + url.UserInfo.Length == 0
            ? url.AbsoluteUri.TrimEnd('/') + "/" : throw Wrong(given.Line, "base_url", "要是 http 或 https 地址，不带参数", "should be an http or https address without a query");
    }

    string? Code(Dictionary<string, Placed> fields, string key) => fields.TryGetValue(key, out var field) ? Text(field.Line, fields, key) : null;

    // What goes beyond ASCII in an address few servers take.
    string Address(int line, Dictionary<string, Placed> fields, string key) => Text(line, fields, key) is var given && Mail().IsMatch(given) ? given.ToLowerInvariant()
        : throw Wrong(fields[key].Line, key, $"“{given}”不是邮箱地址", $"'{given}' is no mail address");

    long? Whole(Dictionary<string, Placed> fields, string key, long least, long most) => !fields.TryGetValue(key, out var field) ? null
        : field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt64(out var number) && number >= least && number <= most ? number
        : throw Wrong(field.Line, key, $"要是 {least} 到 {most} 的整数", $"should be a whole number from {least} to {most}");

    string Text(int line, Dictionary<string, Placed> fields, string key) => fields.TryGetValue(key, out var field) && field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.Trim().Length > 0
        ? field.Value.GetString()!.Trim() : throw Wrong(field?.Line ?? line, key, "要有这个键，值是文字", "this key is needed, its value a text");

    FailureException Wrong(int line, string key, string zh, string en) => new($"{path} 第 {line} 行 \"{key}\"：{zh}", $"{path} line {line} \"{key}\": {en}");

    int LineAt(long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');

    [GeneratedRegex(@"^[a-z0-9-]+\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\z")]
    private static partial Regex Mail();
}
