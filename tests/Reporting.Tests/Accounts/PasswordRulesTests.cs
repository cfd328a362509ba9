using Reporting.Portal.Accounts;

namespace Reporting.Tests.Accounts;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("Xin-mima-2022!", ""), InlineData("short-1A", "至少"), InlineData("onlysmallletters", ""), InlineData("smallletters", "三类"), InlineData("小麦田里的风22", "至少"), InlineData("小麦田里的风里abcd2", "")]
    [InlineData("Password-123", "常见"), InlineData("aaaaaaaaaaaaaaaaaa", "常见"), InlineData("1234567890123456", "常见"), InlineData("x-ZHANG-2022", "账号"), InlineData("我是王小二Abc2022", "姓名"), InlineData("Old-mima-2021", "原来")]
    public void A_password_is_long_mixed_and_not_what_is_guessed_first(string password, string why)
    {
        var broken = PasswordRules.Broken(password, "zhang", "王小二", "Old-mima-2021");
        if (why.Length == 0) Assert.Empty(broken);
        else Assert.Contains(why, Assert.Single(broken).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_fills_the_memory_is_refused() => Assert.Single(PasswordRules.Broken(string.Concat(Enumerable.Repeat("Ab1-cdef", 17)), "zhang", "张三", null));

    [Fact]
    public void One_time_passwords_differ() => Assert.Equal(50, Enumerable.Range(0, 50).Select(_ => Secrets.OneTimePassword()).Distinct().Count());
}
