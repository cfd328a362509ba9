namespace Reporting.Portal.Accounts;

/// <summary>What a password must be. Length does most; the rest keeps out what is guessed first.</summary>
public static class PasswordRules
{
    public const int Least = 10, LongEnough = 16, Most = 128;

    const int LeastKinds = 3, LeastDistinct = 5, ShortestLogin = 3, ShortestName = 2;

    /// <summary>What is tried first, as its letters and digits alone.</summary>
    static readonly HashSet<string> common =
    [
        "password12", "password123", "password1234", "passw0rd123", "passw0rd1234", "admin12345", "admin123456", "administrator", "administrator1", "administrator123", "adminadmin", "root123456",
        "qwerty12345", "qwerty123456", "qwertyuiop", "qwertyuiop123", "1qaz2wsx3edc", "1q2w3e4r5t", "qazwsxedc123", "asdfghjkl123", "zxcvbnm123", "abc1234567", "abc12345678", "abcd123456", "abcd12345678",
        "a123456789", "aa12345678", "aa123456789", "iloveyou123", "woaini1314", "woaini520", "woaini5201314", "welcome123", "welcome12345", "changeme123", "shanghai123", "shanghai2021", "p4ssw0rd123", "test123456",
    ];

    /// <param name="old">The one that it follows; null: none.</param>
    /// <returns>What is wrong with it, in both languages; nothing where it is good.</returns>
    public static IReadOnlyList<(string Zh, string En)> Broken(string password, string login, string name, string? old)
    {
        var broken = new List<(string Zh, string En)>();
        if (password.Length < Least) broken.Add(($"至少要 {Least} 个字符。", $"It needs at least {Least} characters."));
        else if (password.Length < LongEnough && Kinds(password) < LeastKinds)
            broken.Add(($"小写字母、大写字母、数字、其他符号四类里要有三类；或者写长一些，{LongEnough} 个字符以上不限。", $"It needs three of these four: small letters, capital letters, digits, other signs; or at least {LongEnough} characters of any kind."));
        if (password.Length > Most) broken.Add(($"最多 {Most} 个字符。", $"It has at most {Most} characters."));
        if (login.Length >= ShortestLogin && password.Contains(login, StringComparison.OrdinalIgnoreCase)) broken.Add(("不能含有账号。", "It must not contain the login."));
        if (name.Length >= ShortestName && password.Contains(name, StringComparison.OrdinalIgnoreCase)) broken.Add(("不能含有姓名。", "It must not contain the name."));
        if (common.Contains(Plain(password)) || password.Length >= Least && password.Distinct().Count() < LeastDistinct || password.Length >= LongEnough && password.All(char.IsAsciiDigit)) broken.Add(("太常见，容易被猜到。", "It is too common and easily guessed."));
        if (password == old) broken.Add(("不能和原来的一样。", "It must not be the old one."));
        return broken;
    }

    static int Kinds(string password) => new[] { password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiDigit), password.Any(sign => !char.IsAsciiLetterOrDigit(sign)) }.Count(has => has);

    static string Plain(string password) => string.Concat(password.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
