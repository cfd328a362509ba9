using System.Security.Cryptography;
using System.Text;

namespace Reporting.Portal.Accounts;

/// <summary>What is made up for somebody and told once.</summary>
static class Secrets
{
    /// <summary>Without signs that look like others (0 o, 1 l i) on a printed slip.</summary>
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Of 31 signs each: 99 bits.</summary>
    const int Groups = 4, GroupLength = 5;

    const int Bytes = 32;

    /// <summary>A password for once, in groups so that it can be read out: it must be changed at the first sign-in.</summary>
    public static string OneTimePassword() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>256 random bits for a cookie or a program, in signs that need no escaping.</summary>
    public static string Opaque() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>As it is kept. A hash without salt is enough: nobody guesses 256 bits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
