using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>Reads the catalogue from its two files.</summary>
internal static class CatalogueFiles
{
    /// <summary>The catalogue, checked.</summary>
    /// <param name="services">JSON file: a list of <see cref="ServicePolicy"/>.</param>
    /// <param name="templates">JSON file: a list of <see cref="MessageTemplate"/>.</param>
    /// <exception cref="CatalogueFaultException">Unreadable, or a rule is broken.</exception>
    public static ServiceCatalogue Load(string services, string templates)
    {
        var policies = Read<IReadOnlyList<ServicePolicy>>(services);
        var texts = Read<IReadOnlyList<MessageTemplate>>(templates);
        var faults = CatalogueRules.Check(policies, texts);
        return faults.Count == 0 ? new ServiceCatalogue(policies, texts) : throw new CatalogueFaultException(faults);
    }

    private static T Read<T>(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, (JsonTypeInfo<T>)WireOptions.Strict.GetTypeInfo(typeof(T))) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new CatalogueFaultException([$"{Path.GetFileName(path)}: not the JSON it should be, line {e.LineNumber + 1}, at {e.Path ?? "its start"}."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueFaultException([$"{Path.GetFileName(path)}: can't be read."]);
        }
    }
}
