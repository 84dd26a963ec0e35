using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Numbers beside their verdicts, with so many digits that the number as shown stands on the side of its bound on which the number itself does.</summary>
public static class SchoolDigits
{
    private const int Least = 4;
    private const int Most = 15;

    public static string Of(IndicatorFigure figure, int least = Least)
    {
        if (figure.Value?.Value is not { } value)
        {
            return "—";
        }

        bool Stands(int digits) => (figure with { Value = new Quotient(decimal.Round(value, digits, MidpointRounding.AwayFromZero), 1) }).Standing == figure.Standing;
        return value.ToString("0." + new string('#', Enough(least, Stands)), CultureInfo.InvariantCulture);
    }

    public static string Of(IndicatorSummary one, int least = Least) => OfCoefficient(one.Coefficient, one.Limit, one.Verdict, least);

    public static string OfCoefficient(double? coefficient, decimal limit, Verdict verdict, int least = Least)
    {
        if (coefficient is not { } value)
        {
            return "—";
        }

        bool Stands(int digits) => verdict == Verdict.Unknown || ((decimal)Math.Round(value, digits, MidpointRounding.AwayFromZero) <= limit) == (verdict == Verdict.Pass);
        return value.ToString("F" + Enough(least, Stands).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static int Enough(int least, Func<int, bool> stands) => Enumerable.Range(least, Most - least).FirstOrDefault(stands, Most);
}
