using System.CommandLine;
using Ascs.Hosts.Local.Setup;
using Ascs.Operator.Subscribers;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`seed`: synthetic subscribers as an operator would import them.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--subscribers") { Description = "How many.", Required = true };
        var operatorId = new Option<string>("--operator") { Description = "Whose network codes and numbers.", DefaultValueFactory = _ => "operator-a" };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same subscribers.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "The CSV file.", DefaultValueFactory = _ => "subscribers.csv" };
        var command = new Command("seed", "Writes a CSV of valid synthetic subscribers (IMEI with check digit, IMSI 460, OAID, IDFA, number).") { count, operatorId, seed, output };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var whose = arguments.GetValue(operatorId) switch
            {
                "operator-a" => SyntheticOperator.A,
                "operator-b" => SyntheticOperator.B,
                _ => throw new Refusal("--operator is operator-a or operator-b."),
            };
            await using var file = new StreamWriter(File.Create(arguments.GetValue(output)!));
            var rows = await SyntheticSubscribers.WriteAsync(file, arguments.GetValue(count), arguments.GetValue(seed), whose, ct);
            Console.WriteLine($"{rows} rows of {arguments.GetValue(count)} subscribers in {arguments.GetValue(output)}");
            return 0;
        }));
        return command;
    }
}
