using System.Buffers.Binary;

namespace Reporting.Etl.Intake;

/// <summary>The check sum of zip files (IEEE 802.3), four bytes a step. .NET reads zip files without comparing it.</summary>
struct Crc32()
{
    static readonly uint[][] Tables = MakeTables();
    uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (one, two, three, four) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        var sum = state;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = four[sum & 255] ^ three[(sum >> 8) & 255] ^ two[(sum >> 16) & 255] ^ one[sum >> 24];
        }
        foreach (var next in bytes) sum = one[(sum ^ next) & 255] ^ (sum >> 8);
        state = sum;
    }

    // Table n gives what a byte becomes when n further zero bytes have passed.
    static uint[][] MakeTables()
    {
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (uint number = 0; number < 256; number++)
        {
            var sum = number;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            tables[0][number] = sum;
        }
        for (var table = 1; table < 4; table++)
            for (var number = 0; number < 256; number++)
                tables[table][number] = tables[0][tables[table - 1][number] & 255] ^ (tables[table - 1][number] >> 8);
        return tables;
    }
}
