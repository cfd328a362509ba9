-- Clears one slice of the annual fact.
delete from fact_indicator_year where district = $district and year = $year;
