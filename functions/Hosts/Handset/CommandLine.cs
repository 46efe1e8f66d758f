using System.Globalization;
using System.Text.Json;
using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Control;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset;

/// <summary>The options of the handset as a process of its own.</summary>
internal static class CommandLine
{
    internal const string Help = """
        handset: a simulated SMS gateway and its phones, on 127.0.0.1

          --data DIR            store, keys and secrets; made when missing (required)
          --port N              TCP port, 0 = a free one (default 5080)
          --gateways A,B        gateway names, one per operator (default opA,opB)
          --secrets DIR         folder of NAME.secret and control.secret, mode 0600 (default DIR/secrets)
          --knobs FILE          JSON file with the knobs to start with (as for POST /control/v1/knobs)
          --events-kept N       newest events kept per gateway (default 2000000)
          --messages-kept N     newest messages kept (default 5000000)
          --until-input-ends B  true: stops when its standard input ends, as it does when whoever started it is gone (default false)
        """;

    /// <summary>Reads the arguments; one that is unknown, incomplete or wrong is a <see cref="HandsetStartException"/>.</summary>
    internal static HandsetOptions Parse(IReadOnlyList<string> args)
    {
        var options = new HandsetOptions { DataFolder = "", Port = 5080 };
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count) throw new HandsetStartException($"{args[i]} needs a value; --help lists the options.");
            options = With(options, args[i], args[i + 1]);
        }
        return options.DataFolder.Length > 0 ? options : throw new HandsetStartException("--data DIR is required; --help lists the options.");
    }

    private static HandsetOptions With(HandsetOptions options, string name, string value) => name switch
    {
        "--data" => options with { DataFolder = value },
        "--port" => options with { Port = Number(name, value, 0, 65_535) },
        "--gateways" => options with { Gateways = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
        "--secrets" => options with { SecretsFolder = value },
        "--knobs" => options with { Knobs = ReadKnobs(value) },
        "--events-kept" => options with { EventsKept = Number(name, value, 1, int.MaxValue) },
        "--messages-kept" => options with { MessagesKept = Number(name, value, 1, int.MaxValue) },
        "--until-input-ends" => options with { UntilInputEnds = Truth(name, value) },
        _ => throw new HandsetStartException($"{name} is no option of the handset; --help lists them."),
    };

    private static int Number(string name, string value, int low, int high) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number : throw new HandsetStartException($"{name} must be a whole number from {low} to {high}.");

    private static bool Truth(string name, string value) =>
        bool.TryParse(value, out var truth) ? truth : throw new HandsetStartException($"{name} must be true or false.");

    private static Knobs ReadKnobs(string file)
    {
        try
        {
            var change = JsonSerializer.Deserialize(File.ReadAllText(file), Wire.Default.KnobsChange);
            return (change ?? new KnobsChange()).ApplyTo(new Knobs());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new HandsetStartException($"The knobs file {file} cannot be read: {(e is JsonException json ? $"wrong at {json.Path}, line {json.LineNumber + 1}" : e.GetType().Name)}.", e);
        }
    }
}
