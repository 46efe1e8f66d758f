using System.Text.Json;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Reads party.json.</summary>
internal static class PartyReader
{
    /// <exception cref="Refusal">It can't be read: one sentence.</exception>
    public static async Task<PartyFile> ReadAsync(PartyFolder folder, CancellationToken ct)
    {
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(folder.Party, ct), PartyFileJson.Default.PartyFile);
            return file is { V: 1 } ? file : throw new Refusal($"{folder.Party} is of another version.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new Refusal($"{folder.Party} can't be read.", fault);
        }
    }
}
