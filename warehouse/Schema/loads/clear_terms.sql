-- Clears one slice of the terms.
delete from fact_term_year where district = $district and year = $year;
